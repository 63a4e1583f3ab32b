/** The mark of Perenne: two arches on one ground, an arch for each shore. Decorative; the name stands beside it. */
export function Mark() {
  return (
    <svg viewBox="0 0 38 20" width="38" height="20" fill="none" aria-hidden="true" focusable="false">
      <path class="arch-america" d="M2 18.4a8.5 8.5 0 0 1 17 0" stroke-width="2.6" />
      <path class="arch-europe" d="M19 18.4a8.5 8.5 0 0 1 17 0" stroke-width="2.6" />
      <path class="arch-ground" d="M0 18.9h38" stroke-width="1.4" />
    </svg>
  )
}
