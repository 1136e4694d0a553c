/** The tour in English: what it leaves, and whether everybody can use what it shows. */

import { checkTour } from './tour/check-tour';
import { englishScript } from './tour/script';

checkTour(englishScript);
