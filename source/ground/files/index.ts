import type { Route } from '../house.ts'
import { get } from '../web/route.ts'
import { filePage } from './pages/file.ts'

export {
  type FileProblem,
  type FileToStore,
  fileProblem,
  largestFile,
  sizeIn,
  storeFile,
} from './acts/store-file.ts'
export { fileJobs, forgetUnnamedBytes } from './forget.ts'
export { acceptedEndings } from './rules/kind.ts'
export type { StoredFile } from './store/rows.ts'

export const fileRoutes: Route[] = [get('/:l/files/:id', 'everyone', filePage)]
