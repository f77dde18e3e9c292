/**
 * What somebody typed or unfolded before the page's script was there. Hydration writes into every field what the server knew and says
 * nothing; on a slow line that takes away a sentence already written, turns a chosen answer back, or shuts the form being filled in.
 */
type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const ticked = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio');

function isTouched(control: Control): boolean {
  if (control instanceof HTMLSelectElement) return isChosen(control);
  if (ticked(control)) return control.checked !== control.defaultChecked;
  return control.type !== 'file' && control.type !== 'hidden' && control.value !== control.defaultValue;
}

function isChosen(control: HTMLSelectElement): boolean {
  const options = [...control.options];
  // Without a word of the server, a list of one choice stands at its first.
  if (!control.multiple && !options.some((option) => option.defaultSelected)) return control.selectedIndex > 0;
  return options.some((option) => option.selected !== option.defaultSelected);
}

/** To be called while the outermost component is made; what it comes to puts everything back, to be called once the page is awake. */
export function keepTyped(): () => void {
  const kept = [...document.querySelectorAll<Control>('input, textarea, select')].filter(isTouched).map((control) => {
    const { value } = control;
    if (ticked(control)) {
      const { checked } = control;
      return { control, put: () => (control.checked = checked) };
    }
    if (control instanceof HTMLSelectElement && control.multiple) {
      const chosen = new Set([...control.selectedOptions].map((option) => option.value));
      return { control, put: () => [...control.options].forEach((option) => (option.selected = chosen.has(option.value))) };
    }
    return { control, put: () => (control.value = value) };
  });
  const unfolded = [...document.querySelectorAll('details')].map((details) => ({ details, open: details.open }));
  return () => {
    for (const { details, open } of unfolded) details.open = open;
    for (const { control, put } of kept) {
      if (!control.isConnected) continue;
      put();
      // A radio button turned off says nothing; the one turned on does.
      if (ticked(control) && control.type === 'radio' && !control.checked) continue;
      control.dispatchEvent(new Event('input', { bubbles: true }));
      control.dispatchEvent(new Event('change', { bubbles: true }));
    }
  };
}
