export { noteRoutes } from './pages/routes.ts'
