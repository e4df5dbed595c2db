/** Whether something could be a mailbox. Only its answer shows that it is one: this spares people a slip of the pen. */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>()[\]",;:\\]{1,64}@[^\s@<>()[\]",;:\\.]+(\.[^\s@<>()[\]",;:\\.]+)*$/.test(text);
}
