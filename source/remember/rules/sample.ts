/** Where the demo gives the workbook of an invented office. */
export const sampleWorkbook = '/demo/office-brecourt.xlsx'
