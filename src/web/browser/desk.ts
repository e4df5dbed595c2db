// What script adds to the desk. Everything here is a convenience: each page does its work without it.
import { improveEditor } from './desk-editor.ts';
import { listenForKeys, showHelp } from './desk-keys.ts';
import { showKeys } from './keys-switch.ts';
import { improveQueue } from './queue.ts';

showKeys();
const help = document.querySelector<HTMLElement>('[data-help]');
if (help) {
  help.hidden = false;
  help.addEventListener('click', showHelp);
}
const queue = document.querySelector<HTMLElement>('[data-queue]');
if (queue) improveQueue(queue);
else listenForKeys();
const editor = document.querySelector<HTMLFormElement>('form[data-editor]');
if (editor) improveEditor(editor);
