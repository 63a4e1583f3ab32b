export const en = {
  problems: {
    empty: 'This file is empty. Check it and choose it again.',
    'too-large': (most: string) => `This file is larger than ${most}. Choose a smaller one.`,
    'not-kept':
      'This kind of file is not accepted. Choose a PDF, a picture (PNG, JPEG, WebP), a document (Word, Excel, PowerPoint or OpenDocument, without macros) or a plain text (TXT, CSV, YAML).',
  },
}
