// Imported first by main.tsx: modules run in the order of their imports, and both settings below must stand
// before any schema is built or any style tag is written.
import { z } from 'zod';
import { readNonce } from './nonce.ts';

// zod would probe `new Function`, which the page's content security policy reports as a violation.
z.config({ jitless: true });

const nonce = readNonce(document);
if (nonce !== '') globalThis.__webpack_nonce__ = nonce;
