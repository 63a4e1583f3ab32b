/** Two people who changed one form at the same time. */
export const en = {
  kept: 'Somebody else had saved here meanwhile: what they changed is kept too.',
}
