/** A page that Preact takes over from the server's HTML. */
import { createElement, hydrate } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { turningList } from '../views/turning-list.mjs';

const App = turningList({ createElement, useEffect, useState });
hydrate(createElement(App), document.querySelector('#root'));
