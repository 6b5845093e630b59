// The scripts of the test site: they load more, as those of real pages do.
import type { Places } from '../reply.ts';

/** Adds 1x1 trackers, as a tag manager does, and tells the server that somebody came. */
const tags = (places: Places) => `
addEventListener("DOMContentLoaded",function(){
  ["${places.stats}","${places.social}","${places.ads}"].forEach(function(host,at){
    for(var i=0;i<3-(at>1);i++){var img=new Image(1,1);img.className="pixel";img.alt="";img.src=host+"/p.gif?id="+at+i+"&u="+encodeURIComponent(location.pathname);document.body.append(img)}
  });
  if(navigator.sendBeacon)navigator.sendBeacon("${places.stats}/collect","view="+encodeURIComponent(location.pathname));
});`;

/** Fills the advertisement slots that are on the page. */
const slots = (places: Places) => `
function fill(){document.querySelectorAll("[data-slot]:empty").forEach(function(slot){
  var frame=document.createElement("iframe");frame.width=300;frame.height=250;frame.title="Advertisement";
  frame.src="${places.ads}/frame.html?slot="+slot.dataset.slot;slot.append(frame)})}
if(document.readyState==="loading")addEventListener("DOMContentLoaded",fill);else fill();`;

/** Gives the pictures with \`data-src\` their source when they come near. */
const lazy = `
function show(img){if(img.dataset.srcset)img.srcset=img.dataset.srcset;img.src=img.dataset.src;delete img.dataset.src}
var seen=new IntersectionObserver(function(entries){entries.forEach(function(entry){
  if(entry.isIntersecting){seen.unobserve(entry.target);show(entry.target)}})},{rootMargin:"2500px"});
function look(){document.querySelectorAll("img[data-src]").forEach(function(img){seen.observe(img)})}
if(document.readyState==="loading")addEventListener("DOMContentLoaded",look);else look();`;

const consent = `
function open(){var bar=document.querySelector(".cookies");if(!bar)return;bar.classList.add("is-open");
  bar.addEventListener("click",function(event){if(event.target.closest("button"))bar.classList.remove("is-open")})}
if(document.readyState==="loading")addEventListener("DOMContentLoaded",open);else open();`;

const app = `
["most-read","weather","live"].forEach(function(name){fetch("/api/"+name+".json").then(function(answer){return answer.json()}).then(function(data){
  var place=document.querySelector('[data-live="'+name+'"]');var text=data[document.documentElement.lang];if(place&&text)place.textContent=text}).catch(function(){})});
addEventListener("scroll",function(){document.documentElement.dataset.scrolled=String(scrollY>200)},{passive:true});`;

/** What a script does besides being there, by the first word of its file name. */
export const deeds = (places: Places): Record<string, string> => ({
  tags: tags(places),
  gpt: slots(places),
  lazy,
  consent,
  app,
});
