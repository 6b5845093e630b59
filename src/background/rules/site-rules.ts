// Makes the rules of sites that are always light. Dynamic rules, which outlive the browser: they hold for the first byte of the first page after a
// start, when nothing of Light runs yet.
import browser, { type DeclarativeNetRequest } from 'webextension-polyfill';
import { PRIORITY, toBarePage, toComparable } from './session-rules.ts';

type Rule = DeclarativeNetRequest.Rule;

const REFUSE = 1;
const BARE_PAGE = 2;
const EMBEDDED = 3;

/**
 * The rules for these sites, in any tab: the background adds the tab to its own rules when the page has begun. What one of them shows in a frame
 * of another site's page is that page's business.
 */
export function toSiteRules(sites: string[]): Rule[] {
  if (sites.length === 0) return [];
  return [
    {
      id: REFUSE,
      priority: PRIORITY.site,
      condition: { initiatorDomains: sites, excludedResourceTypes: ['main_frame'] },
      action: { type: 'block' },
    },
    {
      id: BARE_PAGE,
      priority: PRIORITY.site,
      condition: { requestDomains: sites, resourceTypes: ['main_frame'] },
      action: toBarePage(),
    },
    {
      id: EMBEDDED,
      priority: PRIORITY.spared,
      condition: {
        requestDomains: sites,
        excludedInitiatorDomains: sites,
        resourceTypes: ['sub_frame'],
      },
      action: { type: 'allowAllRequests' },
    },
  ];
}

/** Brings the browser's dynamic rules to these sites, in one step. Whether anything had to be changed. */
export async function applySiteRules(sites: string[]): Promise<boolean> {
  const wanted = toSiteRules(sites);
  const present = await browser.declarativeNetRequest.getDynamicRules();
  const isSame = wanted.length === present.length && wanted.every((rule) => isIn(present, rule));
  if (isSame) return false;
  const removeRuleIds = present.map(({ id }) => id);
  await browser.declarativeNetRequest.updateDynamicRules({ removeRuleIds, addRules: wanted });
  return true;
}

function isIn(rules: Rule[], rule: Rule): boolean {
  return rules.some((other) => toComparable(other) === toComparable(rule));
}
