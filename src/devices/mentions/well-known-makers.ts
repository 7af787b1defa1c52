/** Makers of the field that count as brands before the catalogue holds a device of theirs. */
export const wellKnownMakers = [
  'Acer', 'Advan', 'Alienware', 'Amazon', 'Amazfit', 'Apple', 'ASUS', 'Axioo', 'BlackBerry', 'Bose', 'BYD', 'Canon', 'Dell', 'DJI', 'Evercoss',
  'Fitbit', 'Fujifilm', 'Garmin', 'Google', 'GoPro', 'HTC', 'Huawei', 'Infinix', 'Intel', 'iQOO', 'JBL', 'Lenovo', 'LG', 'Logitech',
  'Meizu', 'Microsoft', 'Motorola', 'MSI', 'Nikon', 'Nintendo', 'Nokia', 'Nubia', 'NVIDIA', 'OnePlus', 'OPPO', 'Panasonic', 'Philips',
  'Polytron', 'Qualcomm', 'Razer', 'realme', 'Samsung', 'Sennheiser', 'Sony', 'TCL', 'TECNO', 'Tesla', 'Toshiba', 'vivo',
  'Xiaomi', 'ZTE',
]
