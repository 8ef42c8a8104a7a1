import {describe, test} from 'vitest';
import {runConformance} from '../../../src/conformance/index.js';
import {memoryTarget} from '../../support/memory-target.js';

runConformance(memoryTarget(), {describe, test});
