export { type Issued, issueLetters } from './acts/issue-letters.ts'
export { withdrawLetter } from './acts/withdraw-letter.ts'
export { lettersMails } from './pages/mails.ts'
export { lettersRoutes } from './pages/routes.ts'
