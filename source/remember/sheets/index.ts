import type { LogWords, Route } from '#ground/house.ts'
import { get, post } from '#ground/web/route.ts'
import { sheetsWords } from '../messages/sheets.ts'
import { sendColumns, showColumns } from './pages/columns.tsx'
import { sendExport, showExport } from './pages/export.tsx'
import { sendImport, sheetBodyLimit, showImports } from './pages/imports.tsx'
import { sendBatch, showBatch } from './pages/one.tsx'

export { sheetJobs } from './acts/jobs.ts'

const memory = '/:l/territories/:slug'

export const sheetRoutes: Route[] = [
  get(`${memory}/import`, 'office', showImports),
  post(`${memory}/import`, 'office', sendImport, { bodyLimit: sheetBodyLimit }),
  get(`${memory}/import/:batch`, 'office', showBatch),
  post(`${memory}/import/:batch`, 'office', sendBatch),
  get(`${memory}/import/:batch/columns`, 'office', showColumns),
  post(`${memory}/import/:batch/columns`, 'office', sendColumns),
  get(`${memory}/export`, 'everyone', showExport),
  get(`${memory}/export/:file`, 'everyone', sendExport),
]

const count = (detail: Record<string, unknown>, name: string) => Number(detail[name] ?? 0)

/** How an import and its undoing are told: each record that it wrote is in the log by itself. */
export const sheetLog: LogWords = {
  noted: {
    'sheet-imported': {
      part: 'memory',
      say: (locale, detail) =>
        sheetsWords[locale].log.imported(count(detail, 'created'), count(detail, 'updated'), count(detail, 'notes')),
    },
    'sheet-undone': {
      part: 'memory',
      say: (locale, detail) =>
        sheetsWords[locale].log.undone(count(detail, 'removed'), count(detail, 'restored'), count(detail, 'kept')),
    },
  },
}
