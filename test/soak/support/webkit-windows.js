// Windows of WebKitGTK, driven by lines of JSON, for `gjs -m`: unlike WebKit's own driver it lives on when the process of a page dies.
//   → {"id": 1, "do": "open", "window": "a", "address": "http://…"}   ← {"id": 1}
//   → {"id": 2, "do": "ask", "window": "a", "expression": "1 + 1"}    ← {"id": 2, "value": 2} or {"id": 2, "error": "…"}
//   → {"id": 3, "do": "close", "window": "a"}                         ← {"id": 3}
//   ← {"problem": "thrown: …"} whenever a page complains
import Gio from 'gi://Gio';
import GLib from 'gi://GLib';
import Gtk from 'gi://Gtk?version=3.0';
import WebKit2 from 'gi://WebKit2?version=4.1';

const [profile, origin] = globalThis.ARGV;
const listens = `
  const tell = (problem) => webkit.messageHandlers.problem.postMessage(problem);
  addEventListener('error', ({message}) => tell('thrown: ' + message));
  addEventListener('unhandledrejection', ({reason}) => tell('thrown: ' + reason));
  for (const level of ['error', 'warn']) {
    const write = console[level];
    console[level] = (...words) => (tell(level + ': ' + words.join(' ')), write.apply(console, words));
  }`;

Gtk.init(null);
const context = WebKit2.WebContext.new_with_website_data_manager(new WebKit2.WebsiteDataManager({base_data_directory: profile, base_cache_directory: profile}));
context.initialize_notification_permissions([WebKit2.SecurityOrigin.new_for_uri(origin)], []);
const windows = new Map();
const tell = (message) => print(JSON.stringify(message));

function open({id, window: name, address}) {
  const content = new WebKit2.UserContentManager();
  content.register_script_message_handler('problem');
  content.connect('script-message-received::problem', (_content, result) => tell({problem: result.get_js_value().to_string()}));
  content.add_script(new WebKit2.UserScript(listens, WebKit2.UserContentInjectedFrames.TOP_FRAME, WebKit2.UserScriptInjectionTime.START, null, null));
  const view = new WebKit2.WebView({
    web_context: context,
    user_content_manager: content,
    website_policies: new WebKit2.WebsitePolicies({autoplay: WebKit2.AutoplayPolicy.ALLOW}),
  });
  view.connect('permission-request', (_view, request) => (request.allow(), true));
  view.connect('load-changed', (_view, event) => {
    if (event !== WebKit2.LoadEvent.FINISHED || !id) return;
    tell({id});
    id = undefined;
  });
  const window = new Gtk.Window({default_width: 1280, default_height: 800});
  window.add(view);
  window.show_all();
  windows.set(name, {window, view});
  view.load_uri(address);
}

function ask({id, window: name, expression}) {
  const {view} = windows.get(name);
  view.call_async_javascript_function(`return JSON.stringify((await (${expression})) ?? null)`, -1, null, null, null, null, (_view, result) => {
    try {
      tell({id, value: JSON.parse(view.call_async_javascript_function_finish(result).to_string())});
    } catch (error) {
      tell({id, error: String(error.message)});
    }
  });
}

function close({id, window: name}) {
  windows.get(name).window.destroy();
  windows.delete(name);
  tell({id});
}

const input = new Gio.DataInputStream({base_stream: new Gio.UnixInputStream({fd: 0})});
function listen() {
  input.read_line_async(GLib.PRIORITY_DEFAULT, null, (_input, result) => {
    const [line] = input.read_line_finish_utf8(result);
    if (line === null) return Gtk.main_quit();
    const request = JSON.parse(line);
    ({open, ask, close})[request.do](request);
    listen();
  });
}
listen();
Gtk.main();
