export { examine, examineHouse } from './doctor.ts'
export type { CheckName, FactsOf, Finding } from './finding.ts'
export { healthRoutes, readiness } from './health.ts'
