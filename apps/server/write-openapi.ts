import { writeFile } from 'node:fs/promises';
import { CLIENT_TYPES_FILE, generateClientTypes, generateOpenApi, OPENAPI_FILE } from './generate-openapi.ts';

/** Writes the API's description and the console's client types: `node apps/server/write-openapi.ts`. */
const document = await generateOpenApi();
await writeFile(OPENAPI_FILE, document);
await writeFile(CLIENT_TYPES_FILE, await generateClientTypes(document));
