import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'

const directory = join(import.meta.dirname, 'dist')

/** Builds dist/widget.js, one file for a classic script tag; pages/ is copied beside it. Every file also compressed. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: join(import.meta.dirname, 'pages'),
  build: {
    target: 'es2022',
    sourcemap: false,
    reportCompressedSize: true,
    lib: {
      entry: join(import.meta.dirname, 'src', 'main.ts'),
      formats: ['iife'],
      name: 'unifiedRoutingChatWidget',
      fileName: () => 'widget.js',
    },
  },
  plugins: [compressed()],
})

function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    closeBundle: async () => {
      for (const name of await readdir(directory, { recursive: true })) {
        if (!/\.(?:js|css|html)$/.test(name)) continue
        const path = join(directory, name)
        const content = await readFile(path)
        await writeFile(`${path}.br`, await promisify(brotliCompress)(content))
        await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }))
      }
    },
  }
}
