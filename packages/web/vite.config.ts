import react from '@vitejs/plugin-react'
import { defineConfig, loadEnv } from 'vite'

const DEFAULT_API = 'http://127.0.0.1:8080'

/** Builds to dist/, which the server serves. `vite` alone serves the sources and passes /api on to UR_API. */
export default defineConfig(({ mode }) => {
  const api = loadEnv(mode, import.meta.dirname, 'UR_').UR_API ?? DEFAULT_API
  return {
    root: import.meta.dirname,
    plugins: [react()],
    build: { target: 'es2023', sourcemap: false, assetsInlineLimit: 0, reportCompressedSize: true },
    server: { host: '127.0.0.1', proxy: { '/api': { target: api, changeOrigin: false } } },
  }
})
