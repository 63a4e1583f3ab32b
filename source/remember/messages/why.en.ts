export const en = {
  label: 'Why this change',
  hint: 'Told in the history, beside your name. Name nobody here.',
  removed: 'Why it is removed',
  imported: (file: string) => `Import of ${file}`,
}
