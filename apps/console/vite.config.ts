import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where `npm run dev` finds the control plane: the port of `./amaan up`. */
const server = process.env.AMAAN_SERVER ?? 'http://127.0.0.1:8080';

// biome-ignore lint/style/noDefaultExport: Vite reads its configuration from the default export.
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  server: { proxy: { '/api': { target: server, ws: true } } },
  build: {
    target: 'es2024',
    // Inlined assets would be data: URLs, which the content security policy refuses for fonts and workers.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1_200,
  },
});
