/** The main job in real Chromium. */

import { describeJourney } from './describe-journey';
import { launchChromium } from './chromium';

describeJourney('Chromium', launchChromium);
