// Goes back in the tab's history, so that the browser replays the page under the light rules. Chromium's own way back (`tabs.goBack`) skips
// pages that the reader has not touched.
history.back();
