"""The window: menus, navigation, search, the first start, the foot, what is kept safe."""
