import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** The regular Latin face is on every screen, so the page asks for it before the style sheet has been read. */
function preloadLatinFont(): Plugin {
  return {
    name: 'preload-latin-font',
    transformIndexHtml: {
      order: 'post',
      handler(_html, context) {
        const font = Object.keys(context.bundle ?? {}).find((file) => /plex-sans-latin-400.*\.woff2$/.test(file));
        if (!font) return [];
        const attrs = { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${font}`, crossorigin: true };
        return [{ tag: 'link', injectTo: 'head', attrs }];
      },
    },
  };
}

export default defineConfig({
  base: '/',
  plugins: [react(), preloadLatinFont()],
  build: { outDir: 'dist', emptyOutDir: true, chunkSizeWarningLimit: 700 },
  worker: { format: 'es' },
  server: {
    proxy: Object.fromEntries(
      ['/graphql', '/passages', '/survey.xlsx', '/survey/preview', '/visits.xlsx', '/visits.csv'].map((path) => [
        path,
        'http://127.0.0.1:4600',
      ]),
    ),
  },
});
