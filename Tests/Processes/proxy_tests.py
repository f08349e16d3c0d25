"""Behind nginx with HTTPS, by the configuration that Packaging/nginx.conf gives as an example."""
import re
import shutil
import ssl
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

from harness import binary, servers
from harness.databases import SQLite
from harness.serving import Address, Browser, Node

EXAMPLE = binary.ROOT / "Packaging/nginx.conf"
# Addresses of this machine, each as good as a caller of its own.
CALLER, STRANGER, FORGED = "127.0.0.5", "127.0.0.6", "203.0.113.9"


class Nginx:
    """The example with its own certificate, ports and name put in; nothing else is changed."""

    def __init__(self, ponte: int, https: int, http: int):
        self.folder = Path(tempfile.mkdtemp(prefix="ponte-nginx-"))
        self.certificate = self.folder / "certificate.pem"
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
             "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", str(self.folder / "key.pem"),
             "-out", str(self.certificate)],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        site = EXAMPLE.read_text()
        for old, new in (
            (r"listen \[::\]:\d+( ssl)?;", ""), (r"listen 443 ssl;", f"listen 127.0.0.1:{https} ssl;"),
            (r"listen 80;", f"listen 127.0.0.1:{http};"), (r"/etc/letsencrypt/\S+/fullchain.pem", str(self.certificate)),
            (r"/etc/letsencrypt/\S+/privkey.pem", str(self.folder / "key.pem")), (r"127\.0\.0\.1:8080", f"127.0.0.1:{ponte}"),
            (r"https://ponte\.example\.com", f"https://localhost:{https}"), (r"ponte\.example\.com", "localhost"),
        ):
            site, count = re.subn(old, new, site)
            assert count, f"Packaging/nginx.conf has no {old} any more"
        scratch = "".join(
            f"{name}_temp_path {self.folder}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        (self.folder / "nginx.conf").write_text(
            f"daemon off; pid {self.folder}/pid; error_log stderr;\nevents {{}}\nhttp {{ access_log off; {scratch}\n{site}\n}}\n"
        )
        with open(self.folder / "said", "wb") as said:
            self.process = subprocess.Popen(
                ["nginx", "-p", str(self.folder), "-c", str(self.folder / "nginx.conf")], stdin=subprocess.DEVNULL, stdout=said,
                stderr=said,
            )

    def end(self) -> None:
        self.process.terminate()
        self.process.wait(20)
        shutil.rmtree(self.folder, ignore_errors=True)


class ProxyTests(unittest.TestCase):
    def test_https_by_nginx(self):
        database = SQLite()
        https, http = servers.free_port(), servers.free_port()
        env = binary.environment(
            PONTE_DATABASE_URL=database.url, PONTE_PUBLIC_URL=f"https://localhost:{https}", PONTE_TRUSTED_PROXIES="127.0.0.1,::1",
            PONTE_LOG_LEVEL="info",
        )
        with Node(env) as node:
            nginx = Nginx(node.port, https, http)
            try:
                outside = Address(
                    https, host="localhost", tls=ssl.create_default_context(cafile=str(nginx.certificate)), source=CALLER
                )
                binary.wait_until(lambda: self.is_up(outside), seconds=30, what="nginx")
                self.plain_calls_go_to_https(Address(http, name="localhost"), https)
                browser = self.cookies_are_secure(outside, node)
                self.the_callers_address_is_his_own(outside, browser, node, database)
                self.a_program_may_wait(outside, browser, env)
                self.only_the_own_name_is_answered(outside)
            finally:
                nginx.end()
        database.remove()

    @staticmethod
    def is_up(outside: Address) -> bool:
        try:
            return outside.ask("GET", "/sign-in").status < 500
        except OSError:
            return False

    def plain_calls_go_to_https(self, plain: Address, https: int):
        answer = plain.ask("GET", "/settings")

        self.assertEqual((answer.status, answer.location), (301, f"https://localhost:{https}/settings"))

    def cookies_are_secure(self, outside: Address, node: Node) -> Browser:
        browser = Browser(outside)

        answer = browser.set_up(node.code)

        self.assertEqual((answer.status, answer.location), (303, "/"), answer.text)
        session = [cookie for cookie in answer.cookies if "ponte_session" in cookie]
        self.assertEqual(len(session), 1)
        self.assertTrue(session[0].startswith("__Host-ponte_session="))
        for part in ("; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/"):
            self.assertIn(part, session[0])
        home = browser.get("/settings")
        self.assertEqual(home.status, 200)
        self.assertIn("max-age=", home.headers["Strict-Transport-Security"])
        self.assertNotIn("http://", "".join(re.findall(r'(?:href|action|src)="([^"]*)"', home.text)))
        return browser

    def the_callers_address_is_his_own(self, outside: Address, browser: Browser, node: Node, database: SQLite):
        """By the log, and by what is kept of the session."""
        forged = {"X-Forwarded-For": FORGED, "X-Forwarded-Proto": "http"}

        answer = Browser(outside).sign_in(headers=forged)
        direct = Address(node.port, source=STRANGER, name=f"localhost:{outside.port}").ask("GET", "/sign-in", forged)

        self.assertEqual(answer.status, 303)
        self.assertTrue(any("; Secure" in cookie for cookie in answer.cookies), "the caller has no say in that")
        self.assertEqual(direct.status, 200)
        addresses = {row[0] for row in database.query("SELECT address FROM sign_in_sessions")}
        self.assertEqual(addresses, {CALLER})
        callers = set(re.findall(r"client=(\S+)", node.said))
        self.assertIn(CALLER, callers)
        self.assertIn(STRANGER, callers)
        self.assertNotIn(FORGED, callers)

    def a_program_may_wait(self, outside: Address, browser: Browser, env: dict):
        named = browser.post("/clients", name="Loja")
        self.assertEqual(named.status, 303, named.text)
        made = binary.run(
            ["key", "create", "--label", "ERP", "--permission", "changes.read"], env
        )
        self.assertEqual(made.status, 0, made.text)
        bearer = {"Authorization": f"Bearer {made.out.strip()}"}
        started = time.monotonic()

        answer = outside.ask("GET", "/api/v1/changes?wait=3", bearer)

        self.assertEqual(answer.status, 200, answer.text)
        self.assertGreater(time.monotonic() - started, 2.5)
        self.assertLess(time.monotonic() - started, 20)

    def only_the_own_name_is_answered(self, outside: Address):
        answer = outside.ask("GET", "/sign-in", {"Host": "evil.example"})

        self.assertEqual(answer.status, 421)
