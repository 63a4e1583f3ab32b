export const en = {
  missing:
    'No font on this machine has the characters shown as empty boxes, so this copy is not in the archive format (PDF/A):',
}
