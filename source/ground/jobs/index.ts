export { type Jobs, openJobs } from './boss.ts'
