/** Run in a browser: what a page shows in other digits than its agency's; Thai ones on pages of no agency. */
export const STRANGE_DIGITS = `(() => {
  const style = document.body.dataset.digits;
  if (!style) return [];
  const strange = style === 'thai' ? /[0-9]/ : /[๐-๙]/;
  const kept = 'textarea, script, style, [lang=en], .hash, .reference, .secret, .as-written';
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    const ours = data.replace(/[A-Za-z0-9@:/._#?=&%+~-]*[A-Za-z][A-Za-z0-9@:/._#?=&%+~-]*/g, '');
    if (strange.test(ours) && !parentElement.closest(kept)) found.push(data);
  }
  const counted = style === 'thai' ? 'decimal' : 'thai';
  for (const list of document.querySelectorAll('ol'))
    if (getComputedStyle(list).listStyleType === counted && !list.closest(kept)) found.push(list.outerHTML);
  return found;
})()`;
