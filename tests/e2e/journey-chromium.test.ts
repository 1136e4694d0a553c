/** The main job in real Chromium. */

import { launchChromium } from './chromium';
import { describeJourney } from './describe-journey';

describeJourney('Chromium', launchChromium);
