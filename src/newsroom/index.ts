export { newsroom } from './newsroom.ts'
export { routes as newsroomRoutes } from './routes.ts'
