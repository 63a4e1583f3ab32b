import { sheets } from './rows/sheets.ts'
for (const f of await sheets.run(l => console.log(l))) console.log(f.name, Math.round(f.measured), f.ok)
