/**
 * What the Enter key presses is the first button of a form: here one that saves, before others that add a line or move
 * one. No key leads to it, and the button itself stands below.
 */
export function FirstButton({ label }: { label: string }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: no key leads to it, and the button itself stands below.
    <button type="submit" class="hidden-text" tabindex={-1} aria-hidden="true">
      {label}
    </button>
  )
}
