/** A page that React takes over from the server's HTML. */
import { createElement, useEffect, useState } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { turningList } from '../views/turning-list.mjs';

const App = turningList({ createElement, useEffect, useState });
hydrateRoot(document.querySelector('#root'), createElement(App), {
  onRecoverableError: (error) => globalThis.faults.push(`recovered: ${error}`),
  onUncaughtError: (error) => globalThis.faults.push(`uncaught: ${error}`),
});
