import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const FILE_LIMIT = 200 * 1024 * 1024;

/** Lets requests of several parts arrive as an object: texts by name, files as bytes. */
export async function registerMultipart(app: FastifyInstance): Promise<void> {
  await app.register(multipart, { limits: { fileSize: FILE_LIMIT, fieldSize: FILE_LIMIT } });
  app.addHook('preValidation', async (request) => {
    if (request.isMultipart()) {
      request.body = await readParts(request);
    }
  });
}

async function readParts(request: FastifyRequest): Promise<Record<string, string | Uint8Array>> {
  const parts: Record<string, string | Uint8Array> = {};
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      parts[part.fieldname] = await part.toBuffer();
    } else {
      parts[part.fieldname] = typeof part.value === 'string' ? part.value : JSON.stringify(part.value);
    }
  }
  return parts;
}
