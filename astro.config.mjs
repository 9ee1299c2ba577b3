import ansatz from "ansatz";
import { defineConfig } from "astro/config";

export default defineConfig({ integrations: [ansatz()] });
