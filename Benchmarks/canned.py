"""A plain HTTP server with canned VTEX orders: nginx, with the list's windows answered by a few lines of Lua.

Every order is one of a few hundred documents of some 8 KB with its own id, sequence and date put in. Nothing is looked up, checked or limited, so that
what is measured is the client. All orders are invoiced and delivered: no sweep finds news.
"""
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request
from pathlib import Path

TEMPLATES = 400
HERE = Path(__file__).resolve().parent


class CannedServer:
    def __init__(self, orders: int):
        self.orders = orders
        self.folder = Path(tempfile.mkdtemp(prefix="ponte-canned-"))
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.folder.chmod(0o755)
        write_templates(self.folder / "orders.txt")
        (self.folder / "nginx.conf").write_text(configuration(self.folder, self.port, orders))
        nginx = shutil.which("nginx") or "/usr/sbin/nginx"
        self.process = subprocess.Popen(
            [nginx, "-p", str(self.folder), "-c", "nginx.conf", "-e", "error.log"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        for _ in range(200):
            try:
                self.get("/api/oms/pvt/orders?page=1&per_page=1")
                return
            except OSError:
                if self.process.poll() is not None:
                    raise RuntimeError((self.folder / "error.log").read_text()) from None
                time.sleep(0.05)
        raise RuntimeError("nginx does not answer")

    def get(self, path: str):
        with urllib.request.urlopen(self.url + path, timeout=10) as answer:
            return json.loads(answer.read())

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(10)
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()


def configuration(folder: Path, port: int, orders: int) -> str:
    modules = "/usr/lib/nginx/modules"
    user = "user root;" if os.geteuid() == 0 else ""
    return f"""
load_module {modules}/ndk_http_module.so;
load_module {modules}/ngx_http_lua_module.so;
daemon off; worker_processes 1; pid nginx.pid; {user}
events {{ worker_connections 512; }}
http {{
    access_log off; keepalive_requests 100000000; tcp_nodelay on; gzip off;
    client_body_temp_path tmp; proxy_temp_path tmp; fastcgi_temp_path tmp; uwsgi_temp_path tmp; scgi_temp_path tmp;
    lua_package_path "{HERE}/?.lua;;";
    init_by_lua_block {{ canned = require "canned"; canned.load("{folder}/orders.txt", {orders}) }}
    server {{
        listen 127.0.0.1:{port};
        default_type "application/json; charset=utf-8";
        location = /api/oms/pvt/orders {{ content_by_lua_block {{ canned.list() }} }}
        location ~ "^/api/oms/pvt/orders/(\\d+)-01$" {{ content_by_lua_block {{ canned.order(tonumber(ngx.var[1])) }} }}
        location /api/license-manager/resources/ {{ return 200 "true"; }}
        location / {{ return 404 "{{}}"; }}
    }}
}}
"""


def write_templates(path: Path) -> None:
    """One document a line; @ID, @SEQUENCE and @DATE stand where an order's own are put in."""
    source = random.Random(20)
    with open(path, "w", encoding="utf-8") as file:
        for number in range(TEMPLATES):
            file.write(json.dumps(document(source, number), ensure_ascii=False, separators=(",", ":")) + "\n")


def document(source: random.Random, number: int) -> dict:
    """An order in the shape of VTEX's GetOrder, with nulls where a real one has them."""
    items = [item(source, number * 10 + position) for position in range(source.choice([1, 1, 1, 1, 2, 2]))]
    goods = sum(each["sellingPrice"] * each["quantity"] for each in items)
    freight = source.randrange(990, 4990)
    shares = [freight // len(items)] * len(items)
    shares[0] += freight - sum(shares)
    value = goods + freight
    city, state = source.choice([("São Paulo", "SP"), ("Recife", "PE"), ("Curitiba", "PR"), ("Belo Horizonte", "MG")])
    first, last = source.choice(["Ana", "João", "Conceição", "Luís", "Beatriz"]), source.choice(["Souza", "Araújo", "Lima", "Brandão"])
    address = {
        "addressType": "residential", "receiverName": f"{first} {last}", "addressId": f"{source.getrandbits(64):016x}", "versionId": None,
        "entityId": None, "postalCode": f"{source.randrange(1000, 99999):05d}-000", "city": city, "state": state, "country": "BRA",
        "street": "Rua das Acácias", "number": str(source.randrange(1, 3000)), "neighborhood": "Centro", "complement": None,
        "reference": None, "geoCoordinates": [-46.6, -23.5],
    }
    return {
        "orderId": "@ID", "sequence": "@SEQUENCE", "marketplaceOrderId": "", "marketplaceServicesEndpoint": "http://oms.vtexinternal.com.br/api/oms?an=canned",
        "sellerOrderId": "00-@ID", "origin": "Marketplace", "affiliateId": "", "salesChannel": "1", "merchantName": None, "status": "invoiced",
        "workflowIsInError": False, "statusDescription": "Faturado", "value": value, "creationDate": "@DATE.1234567+00:00",
        "lastChange": "@DATE.7654321+00:00", "orderGroup": "@GROUP", "followUpEmail": f"{source.getrandbits(128):032x}@ct.vtex.com.br",
        "lastMessage": None, "hostname": "canned", "isCompleted": True, "roundingError": 0, "orderFormId": f"{source.getrandbits(128):032x}",
        "allowCancellation": False, "allowEdition": False, "isCheckedIn": False, "authorizedDate": "@DATE.2345678+00:00",
        "invoicedDate": "@DATE.3456789+00:00", "cancelReason": None, "checkedInPickupPointId": None, "cancellationData": None, "taxData": None,
        "subscriptionData": None, "invoiceData": None, "changesAttachment": None, "callCenterOperatorData": None, "giftRegistryData": None,
        "commercialConditionData": None, "customData": None, "openTextField": None, "marketingData": None,
        "totals": [
            {"id": "Items", "name": "Total dos Itens", "value": goods}, {"id": "Discounts", "name": "Total dos Descontos", "value": 0},
            {"id": "Shipping", "name": "Total do Frete", "value": freight}, {"id": "Tax", "name": "Total da Taxa", "value": 0},
        ],
        "sellers": [{"id": "1", "name": "Loja", "logo": "", "fulfillmentEndpoint": None}],
        "clientPreferencesData": {"locale": "pt-BR", "optinNewsLetter": bool(number % 2)},
        "clientProfileData": {
            "id": "clientProfileData", "email": f"{source.getrandbits(128):032x}@ct.vtex.com.br", "firstName": first, "lastName": last,
            "documentType": "cpf", "document": f"{source.randrange(10**11):011d}", "phone": f"+55119{source.randrange(10**8):08d}", "corporateName": None,
            "tradeName": None, "corporateDocument": None, "stateInscription": None, "corporatePhone": None, "isCorporate": False,
            "userProfileId": f"{source.getrandbits(128):032x}", "userProfileVersion": None, "customerClass": None, "customerCode": None,
        },
        "items": items,
        "itemMetadata": {"Items": [
            {"Id": each["id"], "Seller": "1", "Name": each["name"], "SkuName": "Único", "ProductId": each["productId"], "RefId": each["refId"],
             "Ean": each["ean"], "ImageUrl": each["imageUrl"], "DetailUrl": each["detailUrl"], "AssemblyOptions": []} for each in items]},
        "marketplaceItems": [], "authorizationPolicyData": None,
        "marketplace": {"baseURL": "http://oms.vtexinternal.com.br/api/oms?an=canned", "isCertified": None, "name": "canned"},
        "storePreferencesData": {
            "countryCode": "BRA", "currencyCode": "BRL", "currencyLocale": 1046, "currencySymbol": "R$", "timeZone": "E. South America Standard Time",
            "currencyFormatInfo": {"CurrencyDecimalDigits": 2, "CurrencyDecimalSeparator": ",", "CurrencyGroupSeparator": ".", "CurrencyGroupSize": 3, "StartsWithCurrencySymbol": True},
        },
        "shippingData": {
            "id": "shippingData", "address": address, "selectedAddresses": [address], "trackingHints": None, "contactInformation": [],
            "logisticsInfo": [{
                "itemIndex": index, "selectedSla": "Normal", "lockTTL": "10d", "price": share, "listPrice": share, "sellingPrice": share,
                "deliveryWindow": None, "deliveryCompany": "Correios", "shippingEstimate": "5bd", "shippingEstimateDate": "@DATE.0000000+00:00",
                "slas": [{"id": "Normal", "name": "Normal", "shippingEstimate": "5bd", "deliveryWindow": None, "price": share, "deliveryChannel": "delivery",
                          "pickupStoreInfo": {"additionalInfo": None, "address": None, "dockId": None, "friendlyName": None, "isPickupStore": False}, "polygonName": "", "lockTTL": "10d"}],
                "shipsTo": ["BRA"], "deliveryIds": [{"courierId": "17", "courierName": "Correios", "dockId": "1", "quantity": 1, "warehouseId": "1_1", "accountCarrierName": "canned", "kitItemDetails": []}],
                "deliveryChannels": [{"id": "delivery", "stockBalance": 0}], "deliveryChannel": "delivery", "selectedDeliveryChannel": "delivery", "addressId": address["addressId"],
                "polygonName": "", "pickupPointId": None, "transitTime": "5bd",
                "pickupStoreInfo": {"additionalInfo": None, "address": None, "dockId": None, "friendlyName": None, "isPickupStore": False},
            } for index, share in enumerate(shares)],
        },
        "paymentData": {"giftCards": [], "transactions": [{
            "isActive": True, "transactionId": f"{source.getrandbits(128):032X}", "merchantName": "CANNED", "payments": [{
                "id": f"{source.getrandbits(128):032X}", "paymentSystem": "2", "paymentSystemName": "Visa", "value": value, "installments": 3,
                "referenceValue": value, "cardHolder": None, "cardNumber": None, "firstDigits": "411111", "lastDigits": "1111", "cvv2": None, "expireMonth": None,
                "expireYear": None, "url": None, "giftCardId": None, "giftCardName": None, "giftCardCaption": None, "redemptionCode": None, "group": "creditCard",
                "tid": f"{source.getrandbits(60)}", "dueDate": None, "connectorResponses": {"Tid": "1", "ReturnCode": "00", "Message": "ok", "authId": "1"},
                "giftCardProvider": None, "giftCardAsDiscount": None, "koinUrl": None, "accountId": None, "parentAccountId": None, "bankIssuedInvoiceIdentificationNumber": None,
                "bankIssuedInvoiceIdentificationNumberFormatted": None, "bankIssuedInvoiceBarCodeNumber": None, "bankIssuedInvoiceBarCodeType": None, "billingAddress": None}]}]},
        "packageAttachment": {"packages": [{
            "items": [{"itemIndex": index, "quantity": each["quantity"], "price": each["sellingPrice"], "description": None, "unitMultiplier": 1} for index, each in enumerate(items)],
            "courier": "Correios", "invoiceNumber": str(100000 + number), "invoiceValue": value, "invoiceUrl": None, "issuanceDate": "@DATE.0000000+00:00",
            "trackingNumber": f"BR{number:09d}", "invoiceKey": "3" * 44, "trackingUrl": None, "embeddedInvoice": "", "type": "Output",
            "courierStatus": {"status": "delivered", "finished": True, "deliveredDate": "@DATE.0000000+00:00", "data": [
                {"lastChange": "@DATE.0000000+00:00", "city": city, "state": state, "description": "Entregue", "createDate": "@DATE.0000000+00:00"}]},
            "cfop": "5.102", "restitutions": {}, "volumes": 1, "EnableInferItems": None}]},
        "ratesAndBenefitsData": {"id": "ratesAndBenefitsData", "rateAndBenefitsIdentifiers": []},
    }


def item(source: random.Random, number: int) -> dict:
    price = source.randrange(1990, 49990)
    name = source.choice(["Camiseta básica de algodão", "Tênis de corrida", "Caneca esmaltada", "Luminária de mesa", "Mochila impermeável"])
    return {
        "uniqueId": f"{source.getrandbits(128):032X}", "id": str(2000 + number), "productId": str(1000 + number), "ean": f"789{number:010d}",
        "lockId": "00-@ID", "itemAttachment": {"content": {}, "name": None}, "attachments": [], "quantity": source.choice([1, 1, 1, 2]), "seller": "1",
        "name": name, "refId": f"REF-{number}", "price": price, "listPrice": price + 1000, "manualPrice": None, "manualPriceAppliedBy": None, "priceTags": [],
        "imageUrl": f"https://canned.vteximg.com.br/arquivos/ids/{155000 + number}-55-55/foto.jpg", "detailUrl": f"/{name.lower().replace(' ', '-')}-{number}/p",
        "components": [], "bundleItems": [], "params": [], "offerings": [], "attachmentOfferings": [], "sellerSku": str(2000 + number), "priceValidUntil": None,
        "commission": 0, "tax": 0, "preSaleDate": None, "measurementUnit": "un", "unitMultiplier": 1.0, "sellingPrice": price, "isGift": False, "shippingPrice": None,
        "rewardValue": 0, "freightCommission": 0, "taxCode": None, "parentItemIndex": None, "parentAssemblyBinding": None, "callCenterOperator": None,
        "serialNumbers": None, "assemblies": [], "costPrice": price // 2,
        "additionalInfo": {
            "brandName": "Marca", "brandId": "2000001", "categoriesIds": "/1/12/", "categories": [{"id": 12, "name": "Vestuário"}, {"id": 1, "name": "Moda"}],
            "productClusterId": "137,138", "commercialConditionId": "1", "dimension": {"cubicweight": 0.3, "height": 10.0, "length": 20.0, "weight": 300.0, "width": 15.0},
            "offeringInfo": None, "offeringType": None, "offeringTypeId": None},
        "priceDefinition": {"sellingPrices": [{"value": price, "quantity": 1}], "calculatedSellingPrice": price, "total": price},
    }
