// The words around the articles, in each language of the test site.

export interface Edition {
  lang: 'en' | 'fa' | 'ar';
  site: string;
  motto: string;
  home: string;
  /** The navigation: address and label. */
  sections: [string, string][];
  /** For `Intl`; Latin digits in Arabic, for windows-1256 has no others. */
  dates: string;
  minutes: (minutes: number) => string;
  words: Record<
    | 'mostRead'
    | 'related'
    | 'share'
    | 'comments'
    | 'gallery'
    | 'by'
    | 'updated'
    | 'menu'
    | 'skip'
    | 'subscribe'
    | 'letter'
    | 'letterText'
    | 'email'
    | 'cookies'
    | 'accept'
    | 'refuse'
    | 'advertisement'
    | 'sponsored'
    | 'video'
    | 'about'
    | 'contact'
    | 'terms'
    | 'rights'
    | 'latest'
    | 'reply',
    string
  >;
}

const en: Edition = {
  lang: 'en',
  site: 'The Morning Ledger',
  motto: 'Set down daily since 1889',
  home: '/',
  sections: [
    ['/', 'Home'],
    ['/world/', 'World'],
    ['/science/', 'Science'],
    ['/business/', 'Business'],
    ['/fa/', 'فارسی'],
    ['/ar/', 'العربية'],
  ],
  dates: 'en-GB',
  minutes: (minutes) => `${minutes} min read`,
  words: {
    mostRead: 'Most read',
    related: 'Related stories',
    share: 'Share',
    comments: 'Comments',
    gallery: 'In pictures',
    by: 'By',
    updated: 'Updated',
    menu: 'Sections',
    skip: 'Skip to the story',
    subscribe: 'Subscribe',
    letter: 'The Ledger in your letterbox',
    letterText: 'The day in five short paragraphs, every morning at seven.',
    email: 'Your e-mail address',
    cookies: 'We and our 214 partners would like to keep small files on your device.',
    accept: 'Accept all',
    refuse: 'Only what is needed',
    advertisement: 'Advertisement',
    sponsored: 'From our partners',
    video: 'Watch: the story in ninety seconds',
    about: 'About us',
    contact: 'Contact',
    terms: 'Terms of use',
    rights: 'The Morning Ledger is a newspaper that exists in a test and nowhere else.',
    latest: 'Latest',
    reply: 'Reply',
  },
};

const fa: Edition = {
  lang: 'fa',
  site: 'دفتر صبح',
  motto: 'هر بامداد، از سال ۱۲۶۸',
  home: '/fa/',
  sections: [
    ['/fa/', 'خانه'],
    ['/fa/society/', 'جامعه'],
    ['/fa/culture/', 'فرهنگ'],
    ['/ar/', 'العربية'],
    ['/', 'English'],
  ],
  dates: 'fa-IR',
  minutes: (minutes) => `${new Intl.NumberFormat('fa').format(minutes)} دقیقه مطالعه`,
  words: {
    mostRead: 'پربازدیدترین‌ها',
    related: 'خبرهای مرتبط',
    share: 'هم‌رسانی',
    comments: 'دیدگاه‌ها',
    gallery: 'گزارش تصویری',
    by: 'نوشتهٔ',
    updated: 'به‌روزرسانی',
    menu: 'بخش‌ها',
    skip: 'رفتن به متن خبر',
    subscribe: 'اشتراک',
    letter: 'خبرنامهٔ دفتر صبح',
    letterText: 'خبرهای روز در پنج بند کوتاه، هر بامداد ساعت هفت.',
    email: 'نشانی رایانامه',
    cookies: 'ما و ۲۱۴ شریک تجاری‌مان می‌خواهیم فایل‌های کوچکی در دستگاه شما نگه داریم.',
    accept: 'پذیرش همه',
    refuse: 'تنها موارد ضروری',
    advertisement: 'آگهی',
    sponsored: 'از شریکان ما',
    video: 'ویدئو: داستان در نود ثانیه',
    about: 'دربارهٔ ما',
    contact: 'تماس',
    terms: 'شرایط استفاده',
    rights: 'دفتر صبح روزنامه‌ای است که تنها در یک آزمون وجود دارد.',
    latest: 'تازه‌ها',
    reply: 'پاسخ',
  },
};

const ar: Edition = {
  lang: 'ar',
  site: 'دفتر الصباح',
  motto: 'كل صباح منذ عام 1889',
  home: '/ar/',
  sections: [
    ['/ar/', 'الرئيسية'],
    ['/ar/society/', 'مجتمع'],
    ['/ar/economy/', 'اقتصاد'],
    ['/', 'English'],
  ],
  dates: 'ar-u-nu-latn',
  minutes: (minutes) => `${minutes} دقائق قراءة`,
  words: {
    mostRead: 'الأكثر قراءة',
    related: 'مواضيع ذات صلة',
    share: 'شارك',
    comments: 'التعليقات',
    gallery: 'بالصور',
    by: 'بقلم',
    updated: 'آخر تحديث',
    menu: 'الأقسام',
    skip: 'انتقل إلى النص',
    subscribe: 'اشترك',
    letter: 'رسالة دفتر الصباح',
    letterText: 'اليوم في خمس فقرات قصيرة، كل صباح في السابعة.',
    email: 'عنوان بريدك الإلكتروني',
    cookies: 'نودّ نحن وشركاؤنا الـ214 حفظ ملفات صغيرة على جهازك.',
    accept: 'قبول الكل',
    refuse: 'الضروري فقط',
    advertisement: 'إعلان',
    sponsored: 'من شركائنا',
    video: 'شاهد: القصة في تسعين ثانية',
    about: 'من نحن',
    contact: 'اتصل بنا',
    terms: 'شروط الاستخدام',
    rights: 'دفتر الصباح صحيفة لا وجود لها إلا في هذا الاختبار.',
    latest: 'آخر الأخبار',
    reply: 'رد',
  },
};

export const EDITIONS = { en, fa, ar } as const;
