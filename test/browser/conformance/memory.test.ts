import {runConformance} from '../../../src/conformance/index.js';
import {memoryTarget} from '../../support/memory-target.js';

// In a browser too: adapters of pages are tried where they run.
runConformance(memoryTarget(), {describe, test: it});
