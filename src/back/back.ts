// Without this, a page that is to be replayed from history would not come back: Chromium's own way back (`tabs.goBack`) skips
// pages that the reader has not touched.
history.back();
