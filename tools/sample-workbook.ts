// Writes samples/office-brecourt.xlsx again, after a change of samples/office-brecourt.yaml.
import { writeFile } from 'node:fs/promises'
import { officeSheets, workbookByHand } from '../test/remember/sheets/workbook.ts'

await writeFile(new URL('../samples/office-brecourt.xlsx', import.meta.url), await workbookByHand(officeSheets()))
