/** The main job in real Firefox. */

import { describeJourney } from './describe-journey';
import { launchFirefox } from './firefox';

describeJourney('Firefox', launchFirefox);
