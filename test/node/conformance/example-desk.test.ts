import {describe, test} from 'vitest';
import {runConformance} from '../../../src/conformance/index.js';
import {exampleDeskTarget} from '../../support/example-desk-target.js';

runConformance(exampleDeskTarget(), {describe, test});
