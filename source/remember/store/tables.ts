// The tables of the memory, as Kysely reads and writes them: imported for its side effect, by every store that names one. Days are
// YYYY-MM-DD, amounts of money decimal text (a number would round them), `during` EDTF, `reach` the days it may reach over,
// `at_most` the widest circle a part is shown to.
import './tables/actors.ts'
import './tables/circles.ts'
import './tables/documents.ts'
import './tables/home.ts'
import './tables/journal.ts'
import './tables/projects.ts'
import './tables/relations.ts'
import './tables/sheets.ts'
