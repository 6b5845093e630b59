// Short items that fill the fronts.

/** Headlines of short items, by edition. */
export const BRIEFS: Record<'en' | 'fa' | 'ar', readonly string[]> = {
  en: [
    'Harbour crane gets a second life as a lookout',
    'Council votes to keep the clock seven minutes fast',
    'Marl villages order another sixty rain gauges',
    'Choir of retired bus drivers sells out in an hour',
    'Beavers move in below the new weir, and stay',
    'Library to lend umbrellas; first one already missing',
    'Twelve schools share one telescope and a rota',
    'Ferry to Sill suspended for want of water',
    'The post office that will not close, chapter four',
    'Salt festival looks for someone who can juggle',
  ],
  fa: [
    'پل چوبی قدیمی پس از مرمت بازگشایی شد',
    'نخستین برف پاییزی در گردنهٔ برفچال',
    'دانش‌آموزان یک دبستان ایستگاه هواشناسی ساختند',
    'جشن انار امسال یک هفته زودتر برگزار می‌شود',
    'کارگاه گلیم‌بافی زنان به شبکهٔ فروش رسید',
    'تعاونی عسل چهار کندوی تازه به مدرسه داد',
    'نان سنگک در سه شهر همچنان به نرخ پارسال',
    'پزشک روستا پس از سی سال بازنشسته شد',
  ],
  ar: [
    'إعادة افتتاح الجسر القديم بعد عامين من الترميم',
    'الصيادون يتفقون على موسم راحة للسردين',
    'مكتبة الحي تمدد ساعات عملها حتى منتصف الليل',
    'طلاب يصنعون محطة رصد جوي من علب فارغة',
    'مهرجان الزيتون يبدأ يوم الخميس',
    'حافلة جديدة تصل القرى الجبلية بالمدينة',
    'ورشة لتعليم الخط في دكاكين السوق القديم',
    'الميناء يستقبل أول سفينة شراعية منذ سنوات',
  ],
};
