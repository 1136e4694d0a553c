/** The tour in Traditional Chinese: what it leaves, and whether everybody can use what it shows. */

import { checkTour } from './tour/check-tour';
import { traditionalScript } from './tour/script';

checkTour(traditionalScript);
