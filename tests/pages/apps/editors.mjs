/** Two real editors on one page: CodeMirror 6 and ProseMirror. */
import { EditorState as CodeState } from '@codemirror/state';
import { EditorView as CodeView, lineNumbers } from '@codemirror/view';
import { DOMParser } from 'prosemirror-model';
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';

const START = '编辑器里写着科创中国。';

const code = new CodeView({
  state: CodeState.create({ doc: `${START}\n第二行：中国科协。`, extensions: [lineNumbers()] }),
  parent: document.querySelector('#codemirror'),
});

const content = document.createElement('div');
content.innerHTML = `<p>${START}</p><p>第二段：<strong>中国</strong>科协。</p>`;
const prose = new EditorView(document.querySelector('#prosemirror'), {
  state: EditorState.create({ doc: DOMParser.fromSchema(schema).parse(content) }),
});

globalThis.documents = () => [code.state.doc.toString(), JSON.stringify(prose.state.doc)];
globalThis.carets = () => [code.state.selection.main.head, prose.state.selection.head];
