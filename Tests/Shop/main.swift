await ShopAPI.main()
