// What script adds to the desk. Everything here is a convenience: each page does its work without it.
import { improveEditor } from './desk-editor.ts';
import { listenForKeys } from './desk-keys.ts';

listenForKeys();
const editor = document.querySelector<HTMLFormElement>('form[data-editor]');
if (editor) improveEditor(editor);
