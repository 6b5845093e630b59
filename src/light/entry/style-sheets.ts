// Injected before the light script: hands it the style sheets, and ends what a service worker's page would run meanwhile.
import { readWorld } from '../../common/isolated-world.ts';
import { hasWorker } from '../source/navigation.ts';
import page from '../view/screen/page.css';
import after from '../view/style/after.css';
import article from '../view/style/article.css';
import bar from '../view/style/bar.css';
import controls from '../view/style/controls.css';
import frame from '../view/style/frame.css';
import panel from '../view/style/panel.css';
import parts from '../view/style/parts.css';
import states from '../view/style/states.css';
import theme from '../view/style/theme.css';

const world = readWorld();
// In this order: what comes later holds.
world.sheets = { view: [theme, frame, bar, panel, article, parts, controls, after, states].join(''), page };

const isArriving = world.command === undefined || world.command === 'arrive';
// A page from a service worker comes with its scripts, which the rules do not see: they end here, before the light script is read.
if (isArriving && /^http/.test(location.protocol) && hasWorker()) window.stop();
