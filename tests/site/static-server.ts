export { type StaticServer, serve } from "../../checks/verify/static-server.ts";
