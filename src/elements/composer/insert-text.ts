/** Puts `text` in the place of a stretch of a field, as if it had been typed: it can be undone, and the field tells of it. */
export function insertText(field: HTMLTextAreaElement, from: number, to: number, text: string): void {
  field.focus();
  field.setSelectionRange(from, to);
  // The one way that leaves the field's own undo intact; where there is none, the text comes first.
  const typed = text ? document.execCommand('insertText', false, text) : document.execCommand('delete');
  if (typed && field.value.slice(from, from + text.length) === text) return;
  field.setRangeText(text, from, to, 'end');
  field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true, inputType: 'insertText', data: text}));
}
