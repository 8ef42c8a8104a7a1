// Writes openapi.json from the schemas that check the requests: npm run openapi --workspace server
import {writeFile} from 'node:fs/promises';
import {openApiText} from '../src/openapi.js';

await writeFile(new URL('../openapi.json', import.meta.url), openApiText());
